using System.Text;
using Nabla.Graph;

namespace Nabla.Compiler;

/// <summary>A function as a graph: what the compiler's passes take and return.</summary>
/// <param name="Inputs">Types and shapes of the placeholders, by index.</param>
/// <param name="Outputs">The results.</param>
/// <param name="Assignments">The variables that running it changes, with their new values.</param>
public sealed record GraphFunction(
    IReadOnlyList<TensorSpec> Inputs, IReadOnlyList<Tensor> Outputs,
    IReadOnlyList<(Variable Variable, Tensor Value)> Assignments)
{
    /// <summary>Everything the function is wanted for.</summary>
    public IEnumerable<Tensor> Results => Outputs.Concat(Assignments.Select(assignment => assignment.Value));

    /// <summary>The graph with each result replaced.</summary>
    public GraphFunction Map(Func<Tensor, Tensor> map) => this with
    {
        Outputs = [.. Outputs.Select(map)],
        Assignments = [.. Assignments.Select(assignment => (assignment.Variable, map(assignment.Value)))],
    };

    /// <summary>The nodes in order, one a line: what <c>NABLA_DEBUG=5</c> prints.</summary>
    public string Dump()
    {
        var numbers = new Dictionary<Tensor, int>(ReferenceEqualityComparer.Instance);
        var text = new StringBuilder();
        foreach (Node node in GraphOrder.Of(Results))
        {
            string inputs = string.Join(", ", node.Inputs.Select(Name));
            foreach (Tensor output in node.Outputs)
            {
                numbers.Add(output, numbers.Count);
            }

            text.AppendJoin(", ", node.Outputs.Select(output => $"{Name(output)}: {output.Spec}")).Append(" = ")
                .Append(node.Op).Append('(').Append(inputs).Append(")\n");
        }

        return text.Append("→ ").AppendJoin(", ", Results.Select(Name)).Append('\n').ToString();

        string Name(Tensor tensor) =>
            numbers.TryGetValue(tensor, out int number) ? $"t{number}" : tensor.Spec.ToString();
    }
}
