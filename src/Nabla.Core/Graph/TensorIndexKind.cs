namespace Nabla;

/// <summary>What a <see cref="TensorIndex"/> does to the axes.</summary>
internal enum TensorIndexKind : byte
{
    /// <summary>Takes one element and drops the axis.</summary>
    Element,

    /// <summary>Takes a range and keeps the axis.</summary>
    Range,

    /// <summary>Keeps all axes that are not named.</summary>
    Ellipsis,

    /// <summary>Inserts an axis of extent 1.</summary>
    NewAxis,
}
