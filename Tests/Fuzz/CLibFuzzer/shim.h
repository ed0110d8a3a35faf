#pragma once
#include <stddef.h>
#include <stdint.h>

/* libFuzzer for programs that bring their own main function. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *bytes, size_t count));
