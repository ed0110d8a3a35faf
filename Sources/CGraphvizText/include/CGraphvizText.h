// What Swift cannot import from cgraph and gvc (macros, globals), and a text measure of our own.
#pragma once
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdbool.h>
#include <stddef.h>

/// The width of UTF-8 text in points, from the shipped table: the same on every machine.
double dateline_text_width(const char *utf8, double size, bool bold);

/// A context that knows `dot`, `neato`, `fdp`, `sfdp` and our text measure, and nothing of the
/// machine's fonts or plugin configuration. NULL on failure, with the reason in `message`.
GVC_t *dateline_context(char *message, size_t capacity);

/// Forgets what was said before; every later error or warning of libcgraph is kept.
void dateline_errors_begin(void);
/// What was said since; empty where nothing was. Valid until the next begin.
const char *dateline_errors(void);

/// The graph as DOT, to be freed by the caller; NULL where it cannot be written.
char *dateline_write_dot(Agraph_t *graph);

/// An empty directed graph whose parts are numbered in the order of their making. (By default
/// libcgraph numbers them by the addresses of their names, and sorts subgraphs by that.)
Agraph_t *dateline_open(void);

/// gvLayout on a graph of `dateline_open`, whose answer depends on the graph alone: random numbers
/// begin anew, and memory is handed out in rising addresses. (fdp directs the edges of graphs that
/// it derives by the addresses of their nodes.) 0 where it succeeded.
int dateline_layout(GVC_t *context, Agraph_t *graph, const char *engine);

/// What a layout gave, one number behind the other; `dateline_layout_apart` says in which order.
typedef struct {
  double *numbers;
  size_t count;
  /// How the child ended: 0 where it succeeded, a positive number where the engine refused the
  /// graph, ETIMEDOUT, or the negative of the signal by which it died.
  int status;
  /// The engine's own words, cut short.
  char message[512];
} dateline_layout_result;

/// `dateline_layout` in a process of its own, which is ended when it takes more than so many
/// seconds of processor time, three times as many by the clock, or so many bytes beyond what there
/// is. Gives the graph's bounds
/// (x and y from, x and y to), two numbers a node, for each edge the number of control points, 0 or
/// 1 for a tip at the tail and its place, the same for the head, and the points; then four numbers
/// a cluster. The numbers are to be freed.
dateline_layout_result dateline_layout_apart(
    GVC_t *context, Agraph_t *graph, const char *engine, Agnode_t **nodes, size_t node_count,
    Agedge_t **edges, size_t edge_count, Agraph_t **clusters, size_t cluster_count,
    int seconds, size_t memory);

static inline Agnode_t *dateline_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}
static inline Agedge_t *dateline_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head) {
  return agedge(graph, tail, head, NULL, 1);
}
static inline Agraph_t *dateline_subgraph(Agraph_t *graph, const char *name) {
  return agsubg(graph, (char *)name, 1);
}
/// Sets an attribute of a graph, node or edge, declared with an empty default where it is new.
static inline int dateline_set(void *object, const char *key, const char *value) {
  return agsafeset(object, (char *)key, (char *)value, (char *)"");
}

// Results of a layout, in points, y upwards.
static inline boxf dateline_bounds(Agraph_t *graph) { return GD_bb(graph); }
static inline pointf dateline_position(Agnode_t *node) { return ND_coord(node); }
static inline int dateline_bezier_count(Agedge_t *edge) {
  return ED_spl(edge) ? ED_spl(edge)->size : 0;
}
static inline bezier dateline_bezier(Agedge_t *edge, int index) {
  return ED_spl(edge)->list[index];
}
