namespace Nabla.Compiler;

/// <summary>A block of memory that a program reads or writes.</summary>
/// <param name="Kind">Where the memory comes from.</param>
/// <param name="Index">Which input, output, variable or constant; for the arena, unused.</param>
/// <param name="Spec">Type and shape of the value in it.</param>
public sealed record Slot(SlotKind Kind, int Index, TensorSpec Spec)
{
    /// <summary>Where the block starts in the arena, in bytes.</summary>
    public long Offset { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        Kind is SlotKind.Arena ? $"{Spec} at {Offset}" : $"{Spec} {Kind.ToString().ToLowerInvariant()} {Index}";
}
