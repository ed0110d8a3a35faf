#define _GNU_SOURCE
#include "CGraphvizText.h"

#include <dlfcn.h>
#include <errno.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "widths.inc"

// MARK: Measuring

/// The next scalar of UTF-8; U+FFFD for a byte that starts none.
static unsigned next_scalar(const unsigned char **cursor) {
  const unsigned char *p = *cursor;
  unsigned c = *p++;
  int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;
  if (c >= 0x80) c = more ? c & (0x3F >> more) : 0xFFFD;
  while (more-- > 0 && (*p & 0xC0) == 0x80) c = c << 6 | (*p++ & 0x3F);
  *cursor = p;
  return c;
}

/// Width in 1/200 em. Above the table scripts are told by class.
static unsigned scalar_width(unsigned c, bool bold) {
  if (c < sizeof dateline_regular) return bold ? dateline_bold[c] : dateline_regular[c];
  if (c >= 0xFE00 && c <= 0xFE0F) return 0;                       // variation selectors
  if (c >= 0xFB50 && c <= 0xFEFF) return 120;                     // Arabic presentation forms
  if (c >= 0x1F000 && c <= 0x1FAFF) return 255;                   // emoji
  if ((c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
      (c >= 0xFF00 && c <= 0xFF60) || c >= 0x20000)
    return 200;                                                   // CJK, Hangul, full width
  return 170;
}

double dateline_text_width(const char *utf8, double size, bool bold) {
  const unsigned char *p = (const unsigned char *)utf8;
  double units = 0;
  while (*p) units += scalar_width(next_scalar(&p), bold);
  return units * size / 200;
}

static boolean measure(textspan_t *span, char **font_path) {
  double size = span->font ? span->font->size : 14;
  bool bold = span->font && span->font->name && strstr(span->font->name, "Bold");
  span->size.x = dateline_text_width(span->str ? span->str : "", size, bold);
  span->size.y = size * 1.2;
  span->yoffset_layout = size * 0.9;
  span->yoffset_centerline = size * 0.2;
  span->layout = NULL;
  span->free_layout = NULL;
  if (font_path) *font_path = (char *)"(built-in widths)";
  return TRUE;
}

// MARK: Context

static gvtextlayout_engine_t engine = {measure};
static gvplugin_installed_t types[] = {{0, "textlayout", 1000, &engine, NULL},
                                       {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t apis[] = {{API_textlayout, types}, {(api_t)0, 0}};
static gvplugin_library_t library = {"dateline", apis};

enum { plugin_count = 3 };
static const char *const plugins[plugin_count] = {"core", "dot_layout", "neato_layout"};
static char symbols[plugin_count][64];
static lt_symlist_t builtins[plugin_count + 2];

#ifdef __APPLE__
static const char *const file_format = "%s/graphviz/libgvplugin_%s.6.dylib";
#else
static const char *const file_format = "%s/graphviz/libgvplugin_%s.so.6";
#endif

GVC_t *dateline_context(char *message, size_t capacity) {
  Dl_info info;
  if (!dladdr((void *)&gvContextPlugins, &info) || !info.dli_fname) {
    snprintf(message, capacity, "cannot tell where libgvc was loaded from");
    return NULL;
  }
  char folder[4096];
  snprintf(folder, sizeof folder, "%s", info.dli_fname);
  char *slash = strrchr(folder, '/');
  if (slash) *slash = 0;
  builtins[0].name = "gvplugin_dateline_LTX_library";
  builtins[0].address = &library;
  for (int i = 0; i < plugin_count; i++) {
    char path[4400];
    snprintf(path, sizeof path, file_format, folder, plugins[i]);
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
      snprintf(message, capacity, "%s", dlerror());
      return NULL;
    }
    snprintf(symbols[i], sizeof symbols[i], "gvplugin_%s_LTX_library", plugins[i]);
    void *address = dlsym(handle, symbols[i]);
    if (!address) {
      snprintf(message, capacity, "%s", dlerror());
      return NULL;
    }
    builtins[i + 1].name = symbols[i];
    builtins[i + 1].address = address;
  }
  builtins[plugin_count + 1] = (lt_symlist_t){NULL, NULL};
  return gvContextPlugins(builtins, 0);
}

// MARK: Errors

// libcgraph reports a message in pieces; what does not fit is cut.
static char said[4096];
static size_t said_length;

static int keep(char *piece) {
  size_t length = strlen(piece), room = sizeof said - 1 - said_length;
  if (length > room) length = room;
  memcpy(said + said_length, piece, length);
  said_length += length;
  said[said_length] = 0;
  return 0;
}

void dateline_errors_begin(void) {
  said_length = 0;
  said[0] = 0;
  agreseterrors();
  agseterr(AGWARN);
  agseterrf(keep);
}

const char *dateline_errors(void) { return said; }

// MARK: Memory

/// Memory of one graph, in rising addresses; given back when the graph is closed.
typedef struct block {
  struct block *older;
  size_t used, size;
} block;
typedef struct {
  block *newest;
} pool;

enum { block_size = 16 << 20, alignment = 16, head_size = 32 };

static void *pool_open(Agdisc_t *discipline) {
  (void)discipline;
  pool *p = calloc(1, sizeof *p);
  if (!p) abort();
  return p;
}

static void *pool_alloc(void *state, size_t wanted) {
  pool *p = state;
  wanted = (wanted + alignment - 1) / alignment * alignment;
  if (!p->newest || p->newest->size - p->newest->used < wanted) {
    size_t size = wanted + head_size > block_size ? wanted + head_size : block_size;
    // Pages come zeroed, and only as they are touched.
    block *b = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (b == MAP_FAILED) abort();
    *b = (block){p->newest, head_size, size};
    p->newest = b;
  }
  void *piece = (char *)p->newest + p->newest->used;
  p->newest->used += wanted;
  return piece;
}

static void *pool_resize(void *state, void *old, size_t had, size_t wanted) {
  void *piece = pool_alloc(state, wanted);
  if (old) memcpy(piece, old, had < wanted ? had : wanted);
  return piece;
}

static void pool_free(void *state, void *piece) { (void)state, (void)piece; }

static void pool_close(void *state) {
  pool *p = state;
  while (p->newest) {
    block *older = p->newest->older;
    munmap(p->newest, p->newest->size);
    p->newest = older;
  }
  free(p);
}

static Agmemdisc_t memory = {pool_open, pool_alloc, pool_resize, pool_free, pool_close};

int dateline_layout(GVC_t *context, Agraph_t *graph, const char *engine) {
  srand(1);
  srand48(1);
  // Graphs that an engine derives take the default, and are closed before it returns.
  Agmemdisc_t usual = AgMemDisc;
  AgMemDisc = memory;
  int status = gvLayout(context, graph, engine);
  AgMemDisc = usual;
  return status;
}

// MARK: A process of its own

static void put(FILE *out, double number) { fwrite(&number, sizeof number, 1, out); }

static void put_point(FILE *out, int has, pointf point) {
  put(out, has);
  put(out, has ? point.x : 0);
  put(out, has ? point.y : 0);
}

static void put_box(FILE *out, boxf box) {
  put(out, box.LL.x);
  put(out, box.LL.y);
  put(out, box.UR.x);
  put(out, box.UR.y);
}

/// Bytes of data that the process may touch and no file backs.
static size_t data_size(void) {
  size_t pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file) return 0;
  if (fscanf(file, "%*u %*u %*u %*u %*u %zu", &pages) != 1) pages = 0;
  fclose(file);
  return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void bound(int most_seconds, size_t memory) {
#ifdef __linux__
  // Who waits for the answer may be killed.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  rlim_t seconds = (rlim_t)most_seconds;
  setrlimit(RLIMIT_CPU, &(struct rlimit){seconds, seconds});
  rlim_t most = data_size() + memory;
  setrlimit(RLIMIT_DATA, &(struct rlimit){most, most});
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  // A trap here is told by the parent, in its own words.
  int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
}

static void answer(FILE *out, GVC_t *context, Agraph_t *graph, const char *engine, Agnode_t **nodes,
                   size_t node_count, Agedge_t **edges, size_t edge_count, Agraph_t **clusters,
                   size_t cluster_count) {
  int status = dateline_layout(context, graph, engine);
  const char *message = dateline_errors();
  char words[sizeof((dateline_layout_result *)0)->message] = {0};
  strncpy(words, message, sizeof words - 1);
  put(out, status != 0 || *message);
  fwrite(words, sizeof words, 1, out);
  if (status != 0 || *message) return;
  put_box(out, dateline_bounds(graph));
  for (size_t i = 0; i < node_count; i++) {
    pointf place = dateline_position(nodes[i]);
    put(out, place.x);
    put(out, place.y);
  }
  for (size_t i = 0; i < edge_count; i++) {
    if (dateline_bezier_count(edges[i]) == 0) {
      for (int zero = 0; zero < 7; zero++) put(out, 0);
      continue;
    }
    bezier curve = dateline_bezier(edges[i], 0);
    put(out, (double)curve.size);
    put_point(out, curve.sflag != 0, curve.sp);
    put_point(out, curve.eflag != 0, curve.ep);
    for (size_t j = 0; j < (size_t)curve.size; j++) {
      put(out, curve.list[j].x);
      put(out, curve.list[j].y);
    }
  }
  for (size_t i = 0; i < cluster_count; i++) put_box(out, dateline_bounds(clusters[i]));
}

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/// All that comes from a pipe before a moment; 0 where it went on longer.
static int gather(int descriptor, long until, char **bytes, size_t *count) {
  size_t capacity = 0;
  for (;;) {
    long left = until - now();
    if (left <= 0) return 0;
    struct pollfd wait = {descriptor, POLLIN, 0};
    if (poll(&wait, 1, left > 1000 ? 1000 : (int)left) <= 0) continue;
    if (capacity - *count < 65536) {
      capacity = capacity ? 2 * capacity : 1 << 17;
      char *larger = realloc(*bytes, capacity);
      if (!larger) return 0;
      *bytes = larger;
    }
    ssize_t got = read(descriptor, *bytes + *count, capacity - *count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return 1;
    *count += (size_t)got;
  }
}

dateline_layout_result dateline_layout_apart(
    GVC_t *context, Agraph_t *graph, const char *engine, Agnode_t **nodes, size_t node_count,
    Agedge_t **edges, size_t edge_count, Agraph_t **clusters, size_t cluster_count,
    int seconds, size_t memory) {
  dateline_layout_result result = {0};
  int ends[2];
  if (pipe(ends) != 0) {
    result.status = errno;
    return result;
  }
  pid_t child = fork();
  if (child < 0) {
    result.status = errno;
    close(ends[0]);
    close(ends[1]);
    return result;
  }
  if (child == 0) {
    close(ends[0]);
    bound(seconds, memory);
    FILE *out = fdopen(ends[1], "w");
    if (out)
      answer(out, context, graph, engine, nodes, node_count, edges, edge_count, clusters,
             cluster_count);
    _exit(out && fflush(out) == 0 ? 0 : 1);
  }
  close(ends[1]);
  char *bytes = NULL;
  size_t count = 0;
  int in_time = gather(ends[0], now() + 3000L * seconds, &bytes, &count);
  close(ends[0]);
  if (!in_time) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  size_t head = sizeof(double) + sizeof result.message;
  if (!in_time) {
    result.status = ETIMEDOUT;
  } else if (WIFSIGNALED(status)) {
    result.status = WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL ? ETIMEDOUT : -WTERMSIG(status);
  } else if (count < head) {
    result.status = EIO;
  } else {
    double failed;
    memcpy(&failed, bytes, sizeof failed);
    memcpy(result.message, bytes + sizeof failed, sizeof result.message);
    result.message[sizeof result.message - 1] = 0;
    result.status = failed != 0;
    result.count = (count - head) / sizeof(double);
    result.numbers = malloc(count - head + 1);
    if (result.numbers) memcpy(result.numbers, bytes + head, count - head);
    else result.status = ENOMEM;
  }
  free(bytes);
  return result;
}

// MARK: Numbering

/// Names in the order of their making; a name's id is twice its place, counted from 1. Parts
/// without a name have odd ids.
typedef struct {
  char **names;
  size_t count, capacity;
  size_t *buckets;  // places, counted from 1; 0 is free
  size_t bucket_count, nameless;
} numbering;

static size_t hash(const char *name) {
  size_t h = 14695981039346656037u;
  for (; *name; name++) h = (h ^ (unsigned char)*name) * 1099511628211u;
  return h;
}

static size_t *bucket(numbering *n, const char *name) {
  size_t i = hash(name) % n->bucket_count;
  while (n->buckets[i] && strcmp(n->names[n->buckets[i] - 1], name)) i = (i + 1) % n->bucket_count;
  return &n->buckets[i];
}

// cgraph takes every name for one of its own strings and looks in front of it whether it is HTML:
// zeros there say that it is not.
enum { name_head = 64 };

static char *name_copy(const char *name) {
  size_t size = strlen(name) + 1;
  char *copy = calloc(1, name_head + size);
  if (!copy) abort();
  return memcpy(copy + name_head, name, size);
}

static void name_free(char *copy) { free(copy - name_head); }

static void *numbering_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph, (void)discipline;
  numbering *n = calloc(1, sizeof *n);
  if (!n) abort();
  n->bucket_count = 64;
  n->buckets = calloc(n->bucket_count, sizeof *n->buckets);
  if (!n->buckets) abort();
  return n;
}

static void numbering_grow(numbering *n) {
  n->capacity = n->capacity ? 2 * n->capacity : 32;
  n->bucket_count = 4 * n->capacity;
  n->names = realloc(n->names, n->capacity * sizeof *n->names);
  free(n->buckets);
  n->buckets = calloc(n->bucket_count, sizeof *n->buckets);
  if (!n->names || !n->buckets) abort();
  for (size_t i = 0; i < n->count; i++) *bucket(n, n->names[i]) = i + 1;
}

static long numbering_map(void *state, int type, char *name, IDTYPE *id, int create) {
  (void)type;
  numbering *n = state;
  if (!name) {
    if (!create) return FALSE;
    *id = 2 * n->nameless++ + 1;
    return TRUE;
  }
  size_t *place = bucket(n, name);
  if (!*place) {
    if (!create) return FALSE;
    if (n->count == n->capacity) {
      numbering_grow(n);
      place = bucket(n, name);
    }
    n->names[n->count] = name_copy(name);
    *place = ++n->count;
  }
  *id = 2 * *place;
  return TRUE;
}

static long numbering_alloc(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
  return FALSE;
}

static void numbering_release(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
}

static char *numbering_name(void *state, int type, IDTYPE id) {
  (void)type;
  numbering *n = state;
  return id % 2 == 0 && id / 2 <= n->count ? n->names[id / 2 - 1] : NULL;
}

static void numbering_close(void *state) {
  numbering *n = state;
  for (size_t i = 0; i < n->count; i++) name_free(n->names[i]);
  free(n->names);
  free(n->buckets);
  free(n);
}

static void numbering_register(void *state, int type, void *object) {
  (void)state, (void)type, (void)object;
}

static Agiddisc_t numbers = {numbering_open, numbering_map,   numbering_alloc, numbering_release,
                             numbering_name, numbering_close, numbering_register};
static Agdisc_t discipline = {&memory, &numbers, NULL};

Agraph_t *dateline_open(void) { return agopen((char *)"actors", Agdirected, &discipline); }

// MARK: Writing

char *dateline_write_dot(Agraph_t *graph) {
  char *text = NULL;
  size_t length = 0;
  FILE *stream = open_memstream(&text, &length);
  if (!stream) return NULL;
  int failed = agwrite(graph, stream);
  if (fclose(stream) != 0 || failed) {
    free(text);
    return NULL;
  }
  return text;
}
