using System.Diagnostics;
using Nabla.Graph;

namespace Nabla.Compiler.Verify;

/// <summary>
/// Checks between passes that a graph is one: what it catches is a defect of Nabla or
/// of a user's operation, never bad data.
/// </summary>
internal static class Verifier
{
    /// <summary>Whether to check; on in Debug builds, in tests and where the debug log shows passes.</summary>
    public static bool IsEnabled { get; set; }

    public static void Check(GraphFunction function)
    {
        EnableInDebug();
        if (!IsEnabled)
        {
            return;
        }

        foreach (Node node in GraphOrder.Of(function.Results))
        {
            Check(node, function);
        }

        foreach ((Variable variable, Tensor value) in function.Assignments)
        {
            Require(
                variable.Spec == value.Spec,
                $"variable '{variable.Name}' is {variable.Spec} but is assigned {value.Spec}");
        }
    }

    private static void Check(Node node, GraphFunction function)
    {
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            TensorSpec expected = node.Op.InferOutput([.. node.Inputs], i);
            Require(
                node.Outputs[i].Spec == expected,
                $"output {i} of {node} is {node.Outputs[i].Spec}, its shape rule says {expected}");
        }

        if (node.Op is PlaceholderOp placeholder)
        {
            Require(placeholder.Index < function.Inputs.Count && function.Inputs[placeholder.Index] == placeholder.Spec,
                $"{node} is not an input of this function; a tensor of another trace was used");
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The graph is not well formed: {otherwise}.");
        }
    }

    [Conditional("DEBUG")]
    private static void EnableInDebug() => IsEnabled = true;
}
