#ifndef CBUILDID_H
#define CBUILDID_H

#include <stddef.h>

/// The hash that the linker made of the program's code and data; NULL where there is none.
const unsigned char *dateline_build_id(size_t *count);

#endif
