namespace Nabla.Data.Formats;

/// <summary>The element types of safetensors files whose elements are whole bytes.</summary>
public enum SafetensorsType
{
    /// <summary>A byte that is 0 or 1 (<c>BOOL</c>).</summary>
    Bool,

    /// <summary>An unsigned byte (<c>U8</c>).</summary>
    UInt8,

    /// <summary>A signed byte (<c>I8</c>).</summary>
    Int8,

    /// <summary>An 8-bit float with 4 bits of exponent and 3 of mantissa (<c>F8_E4M3</c>).</summary>
    Float8E4M3,

    /// <summary>An 8-bit float with 5 bits of exponent and 2 of mantissa (<c>F8_E5M2</c>).</summary>
    Float8E5M2,

    /// <summary>A 16-bit unsigned integer (<c>U16</c>).</summary>
    UInt16,

    /// <summary>A 16-bit signed integer (<c>I16</c>).</summary>
    Int16,

    /// <summary>A 16-bit float, IEEE 754 half precision (<c>F16</c>).</summary>
    Float16,

    /// <summary>The upper half of a 32-bit float (<c>BF16</c>).</summary>
    BFloat16,

    /// <summary>A 32-bit unsigned integer (<c>U32</c>).</summary>
    UInt32,

    /// <summary>A 32-bit signed integer (<c>I32</c>).</summary>
    Int32,

    /// <summary>A 32-bit float (<c>F32</c>).</summary>
    Float32,

    /// <summary>A 64-bit unsigned integer (<c>U64</c>).</summary>
    UInt64,

    /// <summary>A 64-bit signed integer (<c>I64</c>).</summary>
    Int64,

    /// <summary>A 64-bit float (<c>F64</c>).</summary>
    Float64,
}
