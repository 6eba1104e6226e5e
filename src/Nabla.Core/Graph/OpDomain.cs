namespace Nabla.Graph;

/// <summary>Which element types an operation takes.</summary>
public enum OpDomain
{
    /// <summary>Floating-point numbers.</summary>
    Floating,

    /// <summary>Integers and floating-point numbers.</summary>
    Numeric,

    /// <summary>Integers and truth values.</summary>
    Logical,

    /// <summary>Everything.</summary>
    Any,
}
