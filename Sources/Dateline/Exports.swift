@_exported public import DatelineModel
@_exported public import DatelineRendering
@_exported public import EDTF
