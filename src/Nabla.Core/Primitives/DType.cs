namespace Nabla;

/// <summary>The type of a tensor's elements.</summary>
/// <remarks>The order is the order of promotion: the type of a mixed operation is the larger of the two.</remarks>
public enum DType : byte
{
    /// <summary>Truth values, one byte each: 0 or 1.</summary>
    Bool,

    /// <summary>Unsigned bytes, such as pixels.</summary>
    UInt8,

    /// <summary>Signed 32-bit integers, such as labels.</summary>
    Int32,

    /// <summary>Signed 64-bit integers.</summary>
    Int64,

    /// <summary>IEEE 754 single precision: the default.</summary>
    Float32,

    /// <summary>IEEE 754 double precision, for gradient checks.</summary>
    Float64,
}
