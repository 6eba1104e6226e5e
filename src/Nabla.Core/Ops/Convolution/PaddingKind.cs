namespace Nabla;

/// <summary>How the widths of a <see cref="Padding"/> are found.</summary>
public enum PaddingKind
{
    /// <summary>There are none.</summary>
    Valid,

    /// <summary>From the extent and the stride, so that the result is the extent divided by the stride.</summary>
    Same,

    /// <summary>All before the axis.</summary>
    Causal,

    /// <summary>They are given.</summary>
    Explicit,
}
