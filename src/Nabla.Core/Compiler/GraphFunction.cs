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
}
