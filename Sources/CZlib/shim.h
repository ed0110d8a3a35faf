#pragma once
#include <zlib.h>

/* inflateInit2 is a macro. 31 takes the header of gzip, 47 that of zlib too, -15 none. */
static inline int dateline_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2_(stream, window_bits, ZLIB_VERSION, (int)sizeof(z_stream));
}
