/* dateline-pdf: the text of a PDF on standard input, as JSON on standard output.
 *
 * Copyright (C) 2026 the Dateline authors
 *
 * This program is free software; you can redistribute it and/or modify it under the terms of the
 * GNU General Public License as published by the Free Software Foundation; either version 2 of the
 * License, or (at your option) any later version. It comes without any warranty. See LICENSE.
 */

#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MOST_BYTES = 64 << 20, MOST_PAGES = 2000, SECONDS = 4 };
static const rlim_t MOST_MEMORY = 768u << 20;

static void limit(int resource, rlim_t most) {
  struct rlimit limit = {most, most};
  setrlimit(resource, &limit);
}

static GBytes *standard_input(void) {
  GByteArray *bytes = g_byte_array_new();
  guint8 piece[1 << 16];
  ssize_t count;
  while ((count = read(STDIN_FILENO, piece, sizeof piece)) > 0) {
    if (bytes->len + (guint)count > MOST_BYTES) return NULL;
    g_byte_array_append(bytes, piece, (guint)count);
  }
  return count < 0 ? NULL : g_byte_array_free_to_bytes(bytes);
}

/* Poppler gives valid UTF-8; controls are escaped, all else stands as it is. */
static void write_text(const char *text) {
  if (!text || !g_utf8_validate(text, -1, NULL)) {
    fputs("null", stdout);
    return;
  }
  putchar('"');
  for (const unsigned char *byte = (const unsigned char *)text; *byte; byte++) {
    if (*byte == '"' || *byte == '\\') {
      printf("\\%c", *byte);
    } else if (*byte == '\n') {
      fputs("\\n", stdout);
    } else if (*byte < 0x20) {
      printf("\\u%04x", *byte);
    } else {
      putchar(*byte);
    }
  }
  putchar('"');
}

static void write_date(GDateTime *date) {
  char *text = date ? g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
  write_text(text);
  g_free(text);
  if (date) g_date_time_unref(date);
}

int main(void) {
  limit(RLIMIT_CPU, SECONDS);
  limit(RLIMIT_AS, MOST_MEMORY);
  limit(RLIMIT_CORE, 0);
  /* It has no business with any file but the two that it was given. */
  limit(RLIMIT_FSIZE, RLIM_INFINITY);
  GBytes *bytes = standard_input();
  if (!bytes) {
    fputs("dateline-pdf: the file is larger than 64 MiB, or cannot be read\n", stderr);
    return 2;
  }
  GError *error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, &error);
  if (!document) {
    int locked = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
    fputs(locked ? "dateline-pdf: the file needs a password\n"
                 : "dateline-pdf: the file is damaged\n", stderr);
    return locked ? 3 : 2;
  }
  char *title = poppler_document_get_title(document);
  fputs("{\"title\":", stdout);
  write_text(title);
  fputs(",\"created\":", stdout);
  write_date(poppler_document_get_creation_date_time(document));
  fputs(",\"pages\":[", stdout);
  int count = poppler_document_get_n_pages(document);
  if (count > MOST_PAGES) count = MOST_PAGES;
  for (int index = 0; index < count; index++) {
    PopplerPage *page = poppler_document_get_page(document, index);
    char *text = page ? poppler_page_get_text(page) : NULL;
    if (index > 0) putchar(',');
    write_text(text ? text : "");
    g_free(text);
    if (page) g_object_unref(page);
  }
  fputs("]}\n", stdout);
  g_free(title);
  return fflush(stdout) == 0 ? 0 : 2;
}
