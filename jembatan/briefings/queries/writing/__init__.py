"""What people have written into briefs, and where each brief stands."""
