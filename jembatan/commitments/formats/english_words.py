"""Who speaks in English, and who belongs to them."""

ADVERB = r"(?:\s+(?:then|also|certainly|gladly|happily|personally|now|soon|shortly|immediately|just|be\s+happy\s+to|be\s+glad\s+to|be\s+able\s+to|kindly|of\s+course|definitely|each))*"
PART = r"(?:our|my)\s+(?:\w+\s+)?(?:team|colleague|colleagues|secretariat|office|department|director|assistant|staff|people|lawyers|unit|side|desk|bureau|agency|ministry|embassy|driver|courier|officer|engineer|engineers|technicians|trainers|successor|deputy)(?:,?\s+(?:mr|ms|mrs|dr)\.?\s+\w+(?:\s+\w+)?,?)?"
WE = rf"(?:we|i|{PART}|(?:both|one|some|two|all|each)\s+of\s+us)"
