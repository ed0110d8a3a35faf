#pragma once
#include <archive.h>
#include <archive_entry.h>

/* AE_IFREG is a cast, which Swift does not import. */
static inline int dateline_entry_is_file(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry) &&
         !archive_entry_symlink(entry);
}
