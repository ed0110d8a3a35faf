#pragma once
#include <iconv.h>
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose headers clash with those inside Foundation. Nothing here
   touches the converters at the end of xmlCharEncodingHandler that the macro brings. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/* Each end tag is looked for among all elements that are open, so that a page which opens ever more
   costs the square of its length: beyond the depth in `_private` nothing more is read. */
static inline void dateline_start_element(void *data, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr context = (htmlParserCtxtPtr)data;
  if (context->nameNr > *(int *)context->_private) {
    *(int *)context->_private = -1;
    xmlStopParser(context);
  } else {
    xmlSAX2StartElement(data, name, attributes);
  }
}

/* Parses UTF-8 HTML in silence; the caller frees the document. `depth` is how many elements may
   stand inside one another, and becomes -1 where the page was left because of more. */
static inline htmlDocPtr dateline_parse_html(const char *bytes, int count, int *depth) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (!context) return NULL;
  /* Without this the parser stops at 256 elements inside one another. */
  context->options |= XML_PARSE_HUGE;
  context->_private = depth;
  context->sax->startElement = dateline_start_element;
  htmlDocPtr document = htmlCtxtReadMemory(
      context, bytes, count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
          HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD);
  htmlFreeParserCtxt(context);
  return document;
}

/* xmlFree is a variable that holds a function. */
static inline void dateline_xml_free(void *memory) { xmlFree(memory); }
