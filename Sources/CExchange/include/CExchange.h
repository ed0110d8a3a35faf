#ifndef CEXCHANGE_H
#define CEXCHANGE_H

/// Lets two paths of one file system change places in one step; -1 with errno where it cannot.
///
/// Swift sees neither Linux's renameat2, which is an extension of GNU, nor its flags.
int exchange_paths(const char *a, const char *b);

#endif
