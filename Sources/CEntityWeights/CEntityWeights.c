#include "CEntityWeights.h"

// `#embed` is C23, which clang knows in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char en[] = {
#embed "en.bin"
};

const void *dateline_entity_weights_en(void) { return en; }
size_t dateline_entity_weights_en_size(void) { return sizeof en; }
