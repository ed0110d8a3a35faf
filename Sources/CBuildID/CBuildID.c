#define _GNU_SOURCE
#include "CBuildID.h"

#if defined(__APPLE__)

#include <mach-o/dyld.h>
#include <mach-o/loader.h>

const unsigned char *dateline_build_id(size_t *count) {
  const struct mach_header_64 *header = (const struct mach_header_64 *)_dyld_get_image_header(0);
  const struct load_command *command = (const struct load_command *)(header + 1);
  for (uint32_t index = 0; index < header->ncmds; index++) {
    if (command->cmd == LC_UUID) {
      *count = 16;
      return ((const struct uuid_command *)command)->uuid;
    }
    command = (const struct load_command *)((const char *)command + command->cmdsize);
  }
  *count = 0;
  return NULL;
}

#else

#include <elf.h>
#include <link.h>
#include <string.h>

struct build_id {
  const unsigned char *bytes;
  size_t count;
};

static int visit(struct dl_phdr_info *info, size_t size, void *context) {
  struct build_id *found = context;
  (void)size;
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[index];
    if (segment->p_type != PT_NOTE) continue;
    const char *at = (const char *)(info->dlpi_addr + segment->p_vaddr);
    const char *end = at + segment->p_memsz;
    while (at + sizeof(ElfW(Nhdr)) <= end) {
      const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)at;
      const char *name = at + sizeof *note;
      const char *bytes = name + ((note->n_namesz + 3u) & ~3u);
      if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && !memcmp(name, "GNU", 4)) {
        found->bytes = (const unsigned char *)bytes;
        found->count = note->n_descsz;
        return 1;
      }
      at = bytes + ((note->n_descsz + 3u) & ~3u);
    }
  }
  return 1; /* The program itself comes first. */
}

const unsigned char *dateline_build_id(size_t *count) {
  struct build_id found = {NULL, 0};
  dl_iterate_phdr(visit, &found);
  *count = found.count;
  return found.bytes;
}

#endif
