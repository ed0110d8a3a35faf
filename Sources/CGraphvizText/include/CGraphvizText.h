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
