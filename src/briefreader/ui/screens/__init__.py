"""Every screen but the reading screen: dialogs, each of which gives one answer, and what they share."""
