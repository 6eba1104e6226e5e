using Nabla.Graph;

namespace Nabla.Runtime;

/// <summary>
/// Evaluates nodes as they are recorded: chains that grew too long, and everything inside an <see cref="EagerScope"/>.
/// </summary>
internal static class RecordedEvaluation
{
    /// <summary>Puts the evaluator behind the graph; called once when the assembly is loaded.</summary>
    public static void Install()
    {
        PendingAssignments.Evaluate = Evaluator.Evaluate;
        Recorded.Evaluate = Evaluate;
    }

    private static void Evaluate(Node node)
    {
        bool check = Recorded.IsEager;
        Recorded.IsEager = false;
        try
        {
            if (check && node.Depth <= Recorded.DepthLimit)
            {
                // Looking for a NaN must not cost the gradients.
                using GraphRetention retention = GraphRetention.Enter();
                Evaluator.Evaluate(node.Outputs);
            }
            else
            {
                Evaluator.Evaluate(node.Outputs);
            }

            if (check)
            {
                CheckFinite(node);
            }
        }
        finally
        {
            Recorded.IsEager = check;
        }
    }

    private static void CheckFinite(Node node)
    {
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            Tensor output = node.Outputs[i];
            if (output.DType.IsFloating && !IsFinite(output) && node.Inputs.All(IsFinite))
            {
                string where = node.Path is null ? "" : $" in layer '{node.Path}'";
                throw new NonFiniteException(
                    $"{node.Op.Name}{where} made a NaN or an infinity from finite inputs: "
                    + $"({string.Join(", ", node.Inputs.Select(input => input.Spec))}) → {output.Spec}.");
            }
        }
    }

    private static bool IsFinite(Tensor tensor) => tensor.DType switch
    {
        DType.Float32 => Array.TrueForAll(tensor.ToArray<float>(), float.IsFinite),
        DType.Float64 => Array.TrueForAll(tensor.ToArray<double>(), double.IsFinite),
        _ => true,
    };
}
