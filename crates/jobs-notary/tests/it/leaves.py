"""Says whether check.py accepts each of the receipts 0.tlog-proof to N-1 in a folder with its leaf, a line a receipt:
    PYTHONPATH=docs/verify python3 leaves.py FOLDER N VKEY
In one process, since there are hundreds. Then says which characters no name has, in one line of code points."""
import check, pathlib, sys

folder, count, key = sys.argv[1:]
for n in range(int(count)):
    try:
        check.check_receipt(pathlib.Path(folder, f"{n}.tlog-proof"), pathlib.Path(folder, f"{n}.json"), key)
        print("accepted")
    except (ValueError, OSError, LookupError, TypeError, AttributeError, RecursionError):
        print("refused")
characters = (n for n in range(0x110000) if not 0xD800 <= n < 0xE000)
print(*(n for n in characters if not check.fits("cid", f"a{chr(n)}b")))
