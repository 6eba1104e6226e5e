namespace Nabla.Compiler;

/// <summary>A fused cluster run over an iteration space; all operands have its shape.</summary>
/// <param name="Path">The layer.</param>
/// <param name="Program">The code.</param>
/// <param name="Shape">The iteration space.</param>
/// <param name="Inputs">
/// An operand for each input register that has one, in order; for a generator, its scalar counter.
/// </param>
/// <param name="Outputs">Where the outputs go, contiguous.</param>
public sealed record ElementwisePlan(
    string? Path, ElementwiseProgram Program, Shape Shape,
    IReadOnlyList<Operand> Inputs, IReadOnlyList<Operand> Outputs)
    : StepPlan(Path)
{
    /// <inheritdoc/>
    public override string Name => $"Elementwise[{Program}]";

    /// <inheritdoc/>
    public override IEnumerable<Operand> Reads => Inputs;

    /// <inheritdoc/>
    public override IEnumerable<Operand> Writes => Outputs;

    /// <inheritdoc/>
    public override bool AllowsInPlace(Operand read, Operand write) =>
        read.DType.Size == write.DType.Size
        && Inputs.Where(input => input.Slot == read.Slot).All(IsReadOnceInOrder);

    // A generator's counter is read again and again, however contiguous.
    private bool IsReadOnceInOrder(Operand input) =>
        input.Layout.IsContiguous && input.Layout.Shape.ElementCount == Shape.ElementCount;
}
