@_exported public import DatelineModel
@_exported public import EDTF
