"""One benchmark a headline figure; each prints one JSON line. Run by hand: `python -m bench.NAME`."""
