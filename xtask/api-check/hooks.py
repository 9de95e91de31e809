"""What schemathesis must be told to send newline-delimited JSON."""

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def as_lines(context, value):
    return value if isinstance(value, bytes) else str(value).encode(errors="surrogatepass")
