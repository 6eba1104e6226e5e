namespace Nabla;

/// <summary>The order in which the layers of a functional model run.</summary>
internal static class CallOrder
{
    /// <summary>The calls that results depend on, each after those it takes values from.</summary>
    /// <exception cref="ArgumentException">
    /// The description has no inputs or results, or one that is not listed.
    /// </exception>
    public static LayerCall[] Of(IReadOnlyList<Symbol> inputs, IReadOnlyList<Symbol> outputs)
    {
        CheckInputs(inputs);
        if (outputs.Count == 0)
        {
            throw new ArgumentException("A model gives one result at least.", nameof(outputs));
        }

        // With a stack of our own: a chain of layers may be longer than the thread's stack.
        var order = new List<LayerCall>();
        var seen = new HashSet<LayerCall>(ReferenceEqualityComparer.Instance);
        var reached = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(LayerCall Call, int Next)>();
        foreach (Symbol output in outputs)
        {
            Visit(output);
            while (pending.TryPop(out (LayerCall Call, int Next) top))
            {
                if (top.Next == top.Call.Inputs.Count)
                {
                    order.Add(top.Call);
                }
                else
                {
                    pending.Push((top.Call, top.Next + 1));
                    Visit(top.Call.Inputs[top.Next]);
                }
            }
        }

        return inputs.FirstOrDefault(input => !reached.Contains(input)) is { } idle
            ? throw new ArgumentException($"No result depends on {idle}; leave it out, or connect it.", nameof(inputs))
            : [.. order];

        void Visit(Symbol symbol)
        {
            if (symbol.Call is { } call)
            {
                if (seen.Add(call))
                {
                    pending.Push((call, 0));
                }

                return;
            }

            reached.Add(symbol);
            if (!inputs.Contains(symbol))
            {
                throw new ArgumentException(
                    $"A result depends on {symbol}, which is none of the model's inputs; add it to them.",
                    nameof(inputs));
            }
        }
    }

    private static void CheckInputs(IReadOnlyList<Symbol> inputs)
    {
        if (inputs.Count == 0)
        {
            throw new ArgumentException("A model takes one input at least; make it with Symbol.Input.", nameof(inputs));
        }

        if (inputs.FirstOrDefault(input => input.Call is not null) is { } result)
        {
            throw new ArgumentException(
                $"{result} is no input; list the symbols that Symbol.Input made.", nameof(inputs));
        }

        if (inputs.Distinct().Count() != inputs.Count)
        {
            throw new ArgumentException("An input is listed twice; list each once.", nameof(inputs));
        }
    }
}
