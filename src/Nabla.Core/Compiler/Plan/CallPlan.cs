using Nabla.Graph;

namespace Nabla.Compiler;

/// <summary>An operation with a kernel of its own; all operands are contiguous.</summary>
/// <param name="Path">The layer.</param>
/// <param name="Op">The operation.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Outputs">What it writes.</param>
public sealed record CallPlan(string? Path, Op Op, IReadOnlyList<Operand> Inputs, IReadOnlyList<Operand> Outputs)
    : StepPlan(Path)
{
    /// <inheritdoc/>
    public override string Name => Op.Name;

    /// <inheritdoc/>
    public override IEnumerable<Operand> Reads => Inputs;

    /// <inheritdoc/>
    public override IEnumerable<Operand> Writes => Outputs;

    /// <inheritdoc/>
    public override bool CanFail => Op.CanFail;
}
