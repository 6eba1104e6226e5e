namespace Nabla.Graph;

/// <summary>Values assigned to variables outside a trace and not yet computed.</summary>
/// <remarks>
/// They are computed together, with whatever is read first: the loss of a hand-written step and its updates are one
/// program, and the next step starts from numbers instead of from the history of all steps.
/// </remarks>
internal static class PendingAssignments
{
    [ThreadStatic]
    private static List<Tensor>? t_values;

    /// <summary>Computes tensors; set once by the runtime.</summary>
    public static Action<IReadOnlyList<Tensor>>? Evaluate { get; set; }

    public static void Add(Tensor value)
    {
        if (!value.IsEvaluated)
        {
            (t_values ??= []).Add(value);
        }
    }

    /// <summary>The values that still wait on this thread; from now on they are the caller's to compute.</summary>
    public static IReadOnlyList<Tensor> Take()
    {
        if (t_values is not { Count: > 0 } values)
        {
            return [];
        }

        t_values = null;
        return values;
    }

    /// <summary>Computes a value that is wanted now, and all that wait.</summary>
    public static void Settle(Tensor wanted)
    {
        if (!wanted.IsEvaluated)
        {
            Evaluate?.Invoke([wanted]);
        }
    }
}
