"""What a run of the gate found, in the formats that people and CI systems read."""
