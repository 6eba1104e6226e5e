namespace Nabla;

/// <summary>What kind of CLR number a <see cref="Scalar"/> came from.</summary>
public enum ScalarKind : byte
{
    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A floating-point number.</summary>
    Floating,
}
