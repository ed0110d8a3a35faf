#ifndef CENTITYWEIGHTS_H
#define CENTITYWEIGHTS_H

#include <stddef.h>

/// The weights of the English entity model, aligned to 64 bytes.
const void *dateline_entity_weights_en(void);
size_t dateline_entity_weights_en_size(void);

#endif
