using Nabla.Compiler.Fuse;
using Nabla.Graph;

namespace Nabla.Compiler.Schedule;

/// <summary>
/// What becomes one step: a group with the cluster attached to it, or the late copy of a value into a variable.
/// </summary>
internal sealed class Unit
{
    public Unit(WorkGroup group)
    {
        Group = group;
        IEnumerable<Work> works = group.Attached is { } attached ? group.Works.Concat(attached.Works) : group.Works;
        Works = [.. works.OrderBy(work => work.Index)];
        Order = Works[^1].Index;
        CanFail = Works.Exists(work => work.Node.Op.CanFail);
    }

    public Unit((Variable Variable, Tensor Value) lateCopy, int order)
    {
        LateCopy = lateCopy;
        Works = [];
        Order = order;
    }

    public WorkGroup? Group { get; }

    public (Variable Variable, Tensor Value)? LateCopy { get; }

    public List<Work> Works { get; }

    /// <summary>The position that the unit takes when nothing else decides.</summary>
    public int Order { get; }

    public bool CanFail { get; }

    /// <summary>The units that must run before this one.</summary>
    public HashSet<Unit> After { get; } = [];

    /// <summary>
    /// How the unit reads a root from outside: every layout, and whether an elementwise program does the reading.
    /// </summary>
    public IEnumerable<(ValueRef Value, bool IsElementwise)> Reads =>
        Works.SelectMany(work => work.Inputs.Select(input => (input, work.IsFusable)));

    /// <summary>Whether this unit must run before one of the <paramref name="others"/>, directly or not.</summary>
    public bool PrecedesAny(IEnumerable<Unit> others)
    {
        var seen = new HashSet<Unit>();
        var stack = new Stack<Unit>(others);
        while (stack.TryPop(out Unit? unit))
        {
            if (unit == this)
            {
                return true;
            }

            if (seen.Add(unit))
            {
                foreach (Unit before in unit.After)
                {
                    stack.Push(before);
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the unit reads the old value of a variable only element by element, so that it may overwrite it.
    /// </summary>
    public bool MayOverwrite(Variable variable) =>
        !CanFail
        && Reads.Where(read => ReadsVariable(read.Value, variable))
            .All(read => read.IsElementwise && read.Value.IsIdentity);

    public bool ReadsVariable(Variable variable) => Reads.Any(read => ReadsVariable(read.Value, variable));

    private static bool ReadsVariable(ValueRef value, Variable variable) =>
        value.Root is { IsEvaluated: false, Node.Op: VariableOp op } && op.Variable == variable;
}
