#pragma once
#include <iconv.h>
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose headers clash with those inside Foundation. Nothing here
   touches the converters at the end of xmlCharEncodingHandler that the macro brings. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/* Parses UTF-8 HTML of any depth in silence; the caller frees the document. */
static inline htmlDocPtr dateline_parse_html(const char *bytes, int count) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (!context) return NULL;
  /* Without this the parser stops at 256 elements inside one another. */
  context->options |= XML_PARSE_HUGE;
  htmlDocPtr document = htmlCtxtReadMemory(
      context, bytes, count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
          HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD);
  htmlFreeParserCtxt(context);
  return document;
}

/* xmlFree is a variable that holds a function. */
static inline void dateline_xml_free(void *memory) { xmlFree(memory); }
