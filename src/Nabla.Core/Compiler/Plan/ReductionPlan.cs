using Nabla.Graph;

namespace Nabla.Compiler;

/// <summary>A reduction over an operand, or over the output of an elementwise program that is never stored.</summary>
/// <param name="Path">The layer.</param>
/// <param name="Op">The reduction.</param>
/// <param name="Input">What is reduced; null when <paramref name="Producer"/> makes it.</param>
/// <param name="Producer">The program whose only output is reduced; it has no output operand.</param>
/// <param name="Result">Where the result goes, contiguous.</param>
public sealed record ReductionPlan(
    string? Path, ReductionOp Op, Operand? Input, ElementwisePlan? Producer, Operand Result)
    : StepPlan(Path)
{
    /// <inheritdoc/>
    public override string Name => Producer is null ? $"{Op.Name}{Op.Axes}" : $"{Op.Name}{Op.Axes}[{Producer.Program}]";

    /// <inheritdoc/>
    public override IEnumerable<Operand> Reads => Producer is null ? [Input!] : Producer.Inputs;

    /// <inheritdoc/>
    public override IEnumerable<Operand> Writes => [Result];
}
