#include "CEntityWeights.h"

_Alignas(64) static const unsigned char en[] = {
#embed "en.bin"
};

const void *dateline_entity_weights_en(void) { return en; }
size_t dateline_entity_weights_en_size(void) { return sizeof en; }
