using Nabla.Graph;

namespace Nabla.Compiler;

/// <summary>
/// A contraction, and the elementwise program that is applied to each finished block while it is in cache.
/// </summary>
/// <param name="Path">The layer.</param>
/// <param name="Op">The contraction.</param>
/// <param name="A">The first input, of any strides where the operation takes views.</param>
/// <param name="B">The second input.</param>
/// <param name="ResultSpec">Type and shape of the result.</param>
/// <param name="Result">The result, contiguous; null when only the epilogue's outputs are wanted.</param>
/// <param name="Epilogue">Runs over [rows, columns], the columns being the result's last axis; null for none.</param>
/// <param name="EpilogueInput">
/// Which input register of the epilogue is the contraction's result; it has no operand.
/// </param>
public sealed record ContractionPlan(
    string? Path, ContractionOp Op, Operand A, Operand B, TensorSpec ResultSpec, Operand? Result,
    ElementwisePlan? Epilogue, int EpilogueInput)
    : StepPlan(Path)
{
    /// <inheritdoc/>
    public override string Name => Epilogue is null ? Op.Name : $"{Op.Name}+[{Epilogue.Program}]";

    /// <inheritdoc/>
    public override IEnumerable<Operand> Reads => Epilogue is null ? [A, B] : [A, B, .. Epilogue.Inputs];

    /// <inheritdoc/>
    public override IEnumerable<Operand> Writes => Epilogue is null ? [Result!] : Epilogue.Outputs;

    /// <inheritdoc/>
    public override bool AllowsInPlace(Operand read, Operand write) =>
        read.Slot != A.Slot && read.Slot != B.Slot && Epilogue is not null && Epilogue.AllowsInPlace(read, write);
}
