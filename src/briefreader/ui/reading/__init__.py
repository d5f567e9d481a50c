"""The reading screen, where nearly every key is heard: each file holds the commands of one kind and builds on the one before.

frame → jumping → triage → finding → ruling → handing_over → by_hand → beginning → refreshing → main
"""
