using Nabla.Compiler.Simplify;
using Nabla.Compiler.Verify;
using Nabla.Graph;

namespace Nabla.Compiler.Freeze;

/// <summary>
/// Makes a graph whose variables will not change any more: they become constants, factors move into weights, and what
/// is computed from constants alone is computed now.
/// </summary>
internal static class Freezer
{
    /// <summary>Freezes a function.</summary>
    /// <param name="function">The function; it assigns no variable.</param>
    /// <param name="traits">What the backend can do.</param>
    /// <param name="values">The value of each variable that the function reads, with its numbers.</param>
    /// <param name="compute">Runs a function without inputs.</param>
    public static GraphFunction Run(
        GraphFunction function, BackendTraits traits, Func<Variable, Tensor> values,
        Func<GraphFunction, IReadOnlyList<Tensor>> compute)
    {
        Verifier.Check(function);
        function = GraphRewrite.Run(
            function, (node, _) => node.Op is VariableOp leaf ? [values(leaf.Variable)] : null);
        function = ScaleFolding.Run(Simplifier.Run(function, traits));
        IReadOnlyList<Tensor> constants = ConstantFolding.Find(function);
        if (constants.Count == 0)
        {
            return function;
        }

        IReadOnlyList<Tensor> computed = compute(new GraphFunction([], constants, []));
        var known = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < constants.Count; i++)
        {
            known.Add(constants[i], computed[i]);
        }

        return GraphRewrite.Run(function, known);
    }
}
