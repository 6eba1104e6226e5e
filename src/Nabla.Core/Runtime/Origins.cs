using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Runtime;

/// <summary>What one result of a compiled function is computed from: inputs, variables, captured tensors.</summary>
internal sealed class Origins
{
    private readonly List<int> _inputs = [];
    private readonly List<Variable> _variables = [];
    private readonly History? _captured;

    private Origins(Tensor result)
    {
        var captured = new List<Tensor>();
        List<Node> order = GraphOrder.Of([result]);
        foreach (Node node in order)
        {
            switch (node.Op)
            {
                case PlaceholderOp placeholder:
                    _inputs.Add(placeholder.Index);
                    break;
                case VariableOp variable:
                    _variables.Add(variable.Variable);
                    break;
                default:
                    captured.AddRange(node.Outputs);
                    break;
            }
        }

        captured.AddRange(order.SelectMany(node => node.Inputs).Append(result).Where(tensor => tensor.IsEvaluated));
        _captured = History.Of([.. captured.Where(tensor => tensor.DType.IsFloating).Distinct()]);
    }

    /// <summary>The origins of each floating result; null for others, through which no gradient flows.</summary>
    public static Origins?[] Of(GraphFunction function) =>
        [.. function.Outputs.Select(output => output.DType.IsFloating ? new Origins(output) : null)];

    /// <summary>The tensors that the result of a call is computed from.</summary>
    /// <param name="inputs">What the function is called with.</param>
    public List<Tensor> For(IReadOnlyList<Tensor> inputs) =>
    [
        .. _inputs.Select(input => inputs[input]).Concat(_variables.Select(variable => variable.Held))
            .Where(tensor => tensor.DType.IsFloating).Distinct(),
    ];

    /// <summary>The history of the result of a call, made when all <paramref name="tensors"/> have numbers.</summary>
    public History? HistoryOf(List<Tensor> tensors) => History.Of(tensors, _captured);
}
