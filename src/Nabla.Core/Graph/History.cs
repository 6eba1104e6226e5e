using System.Runtime.InteropServices;

namespace Nabla.Graph;

/// <summary>
/// What a tensor that dropped its graph was computed from, so that a gradient that is lost there can be told from one
/// that never was.
/// </summary>
/// <remarks>
/// It keeps no tensor alive and forgets those that are gone, since nobody can ask for their gradient any more: a loop
/// that evaluates its state at each turn carries no history that grows. Exact: there are neither false alarms nor
/// missed ones.
/// </remarks>
internal sealed class History
{
    // What was collected from this many evaluations is worth looking through for what is dead.
    private const int FlattenAbove = 256;

    private static readonly Lock s_enrolment = new();

    private readonly Dictionary<WeakReference<Cohort>, ulong[]> _ancestors;
    private readonly History[] _before;
    private readonly int _alive;

    private History(Dictionary<WeakReference<Cohort>, ulong[]> ancestors, History[] before)
    {
        _before = before;
        _ancestors = ancestors;
        Size = _ancestors.Count;
        foreach (History history in before)
        {
            Size += history.Size;
            _alive = Math.Max(_alive, history._alive);
        }

        if (Size > FlattenAbove + (2 * _alive))
        {
            _ancestors = Flatten();
            _before = [];
            Size = _alive = _ancestors.Count;
        }
    }

    /// <summary>How many entries it keeps; one that is reached in two ways counts twice.</summary>
    public int Size { get; }

    /// <summary>The history of a tensor that was computed from others; null where there are none.</summary>
    /// <param name="ancestors">The others, floating.</param>
    /// <param name="more">What else it was computed from.</param>
    public static History? Of(IReadOnlyList<Tensor> ancestors, History? more = null)
    {
        if (ancestors.Count == 0)
        {
            return more;
        }

        Enrol(ancestors);
        var members = new Dictionary<WeakReference<Cohort>, ulong[]>();
        HashSet<History> before = more is null ? [] : [more];
        WeakReference<Cohort>? last = null;
        ulong[] bits = [];
        foreach (Tensor ancestor in ancestors)
        {
            Cohort cohort = ancestor.Cohort!;
            if (last != cohort.Weak)
            {
                last = cohort.Weak;
                bits = CollectionsMarshal.GetValueRefOrAddDefault(members, last, out _) ??= new ulong[Words(cohort)];
            }

            bits[ancestor.CohortPosition / 64] |= 1UL << (ancestor.CohortPosition % 64);
            if (ancestor.History is { } history)
            {
                before.Add(history);
            }
        }

        return new History(members, [.. before]);
    }

    /// <summary>Whether the tensor was computed from <paramref name="source"/>, directly or not.</summary>
    public bool Includes(Tensor source)
    {
        if (source.Cohort is not { } cohort)
        {
            return false;
        }

        (int word, ulong bit) = (source.CohortPosition / 64, 1UL << (source.CohortPosition % 64));
        return Collected().Any(history =>
            history._ancestors.TryGetValue(cohort.Weak, out ulong[]? members) && (members[word] & bit) != 0);
    }

    private static int Words(Cohort cohort) => (cohort.Count + 63) / 64;

    // Two threads may compute from one tensor.
    private static void Enrol(IReadOnlyList<Tensor> tensors)
    {
        lock (s_enrolment)
        {
            Cohort? cohort = null;
            foreach (Tensor tensor in tensors)
            {
                if (tensor.Cohort is null)
                {
                    tensor.Enrol(cohort ??= new Cohort());
                }
            }
        }
    }

    private IEnumerable<History> Collected()
    {
        var seen = new HashSet<History> { this };
        var stack = new Stack<History>([this]);
        while (stack.TryPop(out History? history))
        {
            yield return history;
            foreach (History before in history._before)
            {
                if (seen.Add(before))
                {
                    stack.Push(before);
                }
            }
        }
    }

    private Dictionary<WeakReference<Cohort>, ulong[]> Flatten()
    {
        var alive = new Dictionary<WeakReference<Cohort>, ulong[]>();
        foreach ((WeakReference<Cohort> cohort, ulong[] members) in Collected().SelectMany(one => one._ancestors))
        {
            if (!cohort.TryGetTarget(out _))
            {
                continue;
            }

            ulong[] union =
                CollectionsMarshal.GetValueRefOrAddDefault(alive, cohort, out _) ??= new ulong[members.Length];
            for (int i = 0; i < members.Length; i++)
            {
                union[i] |= members[i];
            }
        }

        return alive;
    }
}
