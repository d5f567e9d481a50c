"""What fills the status: parties, mediators, venue, demands, obstacles, issues, what comes next."""
