@_exported public import DatelineCache
@_exported public import DatelineModel
@_exported public import DatelineReading
@_exported public import DatelineRendering
@_exported public import DatelineTimelines
@_exported public import EDTF
@_exported public import Mustache
