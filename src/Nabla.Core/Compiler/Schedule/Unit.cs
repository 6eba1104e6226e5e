using Nabla.Compiler.Fuse;
using Nabla.Graph;

namespace Nabla.Compiler.Schedule;

/// <summary>What becomes one step: a group with the cluster attached to it.</summary>
internal sealed class Unit
{
    private readonly HashSet<Unit> _before = [];
    private readonly List<Unit> _followers = [];

    public Unit(WorkGroup group)
    {
        Group = group;
        IEnumerable<Work> works = group.Attached is { } attached ? group.Works.Concat(attached.Works) : group.Works;
        Works = [.. works.OrderBy(work => work.Index)];
        Order = Works[^1].Index;
        CanFail = Works.Exists(work => work.Node.Op.CanFail);
    }

    public WorkGroup Group { get; }

    public List<Work> Works { get; }

    /// <summary>The position that the unit takes when nothing else decides.</summary>
    public int Order { get; }

    public bool CanFail { get; }

    /// <summary>How many units must run before this one.</summary>
    public int BeforeCount => _before.Count;

    /// <summary>The units that this one must run before.</summary>
    public IReadOnlyList<Unit> Followers => _followers;

    /// <summary>
    /// How the unit reads a root from outside: every layout, and whether an elementwise program does the reading.
    /// </summary>
    public IEnumerable<(ValueRef Value, bool IsElementwise)> Reads =>
        Works.SelectMany(work => work.Inputs.Select(input => (input, work.IsFusable)));

    /// <summary>Makes this unit wait for another.</summary>
    public void RunAfter(Unit unit)
    {
        if (_before.Add(unit))
        {
            unit._followers.Add(this);
        }
    }

    /// <summary>Whether this unit must run before one of the <paramref name="others"/>, directly or not.</summary>
    public bool PrecedesAny(HashSet<Unit> others)
    {
        var seen = new HashSet<Unit>();
        var stack = new Stack<Unit>(_followers);
        while (stack.TryPop(out Unit? unit))
        {
            if (others.Contains(unit))
            {
                return true;
            }

            if (seen.Add(unit))
            {
                foreach (Unit next in unit._followers)
                {
                    stack.Push(next);
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
        && Reads.Where(read => VariableOf(read.Value) == variable)
            .All(read => read.IsElementwise && read.Value.IsIdentity);

    /// <summary>The variables whose old values the unit reads.</summary>
    public IEnumerable<Variable> VariablesRead =>
        Reads.Select(read => VariableOf(read.Value)).OfType<Variable>().Distinct();

    private static Variable? VariableOf(ValueRef value) =>
        value.Root is { IsEvaluated: false, Node.Op: VariableOp op } ? op.Variable : null;
}
