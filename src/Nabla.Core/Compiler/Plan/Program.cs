using System.Text;

namespace Nabla.Compiler;

/// <summary>A compiled function: a flat list of steps over a planned arena. Immutable and thread-safe.</summary>
/// <param name="Inputs">Types and shapes of the inputs.</param>
/// <param name="Outputs">Types and shapes of the results.</param>
/// <param name="Variables">The variables read or written.</param>
/// <param name="Assigned">For each variable, whether the program changes it.</param>
/// <param name="Constants">Numbers known at compile time.</param>
/// <param name="Slots">The memory blocks that operands refer to.</param>
/// <param name="Steps">What to do, in order.</param>
public sealed record Program(
    IReadOnlyList<TensorSpec> Inputs,
    IReadOnlyList<TensorSpec> Outputs,
    IReadOnlyList<Variable> Variables,
    IReadOnlyList<bool> Assigned,
    IReadOnlyList<ProgramConstant> Constants,
    IReadOnlyList<Slot> Slots,
    IReadOnlyList<StepPlan> Steps)
{
    /// <summary>Bytes of memory that all intermediate values share.</summary>
    public long ArenaBytes { get; init; }

    /// <summary>Steps and slots as text: what <c>NABLA_DEBUG=3</c> prints and what snapshot tests compare.</summary>
    public string Dump()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Slots.Count; i++)
        {
            text.Append('%').Append(i).Append(": ").Append(Slots[i]).Append('\n');
        }

        foreach (StepPlan step in Steps)
        {
            text.Append(step).Append('\n');
        }

        return text.Append("arena ").Append(ArenaBytes).Append(" bytes\n").ToString();
    }
}
