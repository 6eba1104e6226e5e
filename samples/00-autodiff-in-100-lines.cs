// Automatic differentiation from scratch, no library at all: a number that remembers what it was computed from can say
// how much each number before it contributed. At the end three neurons learn XOR with it.

Value a = 2, b = -3;
Value c = ((a * b) + (b * b)).Tanh() * 10;
c.Backward();
Check(Math.Abs(a.Gradient - Slope(x => Math.Tanh((x * -3) + 9) * 10, at: 2)) < 1e-6, "the gradient by a is the slope");
Check(Math.Abs(b.Gradient - Slope(x => Math.Tanh(x * (2 + x)) * 10, at: -3)) < 1e-6, "the gradient by b is as well");

(double X, double Y, double Target)[] xor = [(0, 0, -1), (0, 1, 1), (1, 0, 1), (1, 1, -1)];
Neuron left = new(0.5, -0.4, 0.1), right = new(-0.3, 0.6, -0.2), top = new(0.8, 0.7, 0.05);
Value Network(double x, double y) => top.Of(left.Of(x, y), right.Of(x, y));
Value Loss() => xor.Select(row => Network(row.X, row.Y) + -row.Target).Aggregate((Value)0, (sum, e) => sum + (e * e));

for (int step = 0; step < 2000; step++)
{
    Loss().Backward();
    foreach (Value weight in new[] { left, right, top }.SelectMany(neuron => neuron.Weights))
    {
        weight.Data -= 0.1 * weight.Gradient;
        weight.Gradient = 0;
    }
}

foreach ((double x, double y, double target) in xor)
{
    Console.WriteLine($"{x} xor {y} → {Network(x, y).Data,6:0.000}   (should be {target})");
}

Check(Loss().Data < 0.01, $"three neurons learn XOR (loss {Loss().Data:0.0000})");

static double Slope(Func<double, double> function, double at) => (function(at + 1e-5) - function(at - 1e-5)) / 2e-5;

static void Check(bool holds, string claim)
{
    Console.WriteLine($"{(holds ? "yes" : "NO ")}: {claim}");
    Environment.ExitCode |= holds ? 0 : 1;
}

// A neuron: a weighted sum, a bias, and a bend.
internal sealed record Neuron(Value First, Value Second, Value Bias)
{
    public Value[] Weights => [First, Second, Bias];

    public Value Of(Value x, Value y) => ((First * x) + (Second * y) + Bias).Tanh();
}

// A number, what it was computed from, and how its gradient flows back to there.
internal sealed class Value(double data, params Value[] sources)
{
    private readonly Value[] _sources = sources;
    private Action<double> _passBack = _ => { };

    public double Data { get; set; } = data;
    public double Gradient { get; set; }

    public static implicit operator Value(double data) => new(data);

    public static Value operator +(Value a, Value b) => new(a.Data + b.Data, a, b)
    {
        _passBack = upstream =>
        {
            a.Gradient += upstream;
            b.Gradient += upstream;
        },
    };

    public static Value operator *(Value a, Value b) => new(a.Data * b.Data, a, b)
    {
        _passBack = upstream =>
        {
            a.Gradient += b.Data * upstream; // ∂(a · b)/∂a = b
            b.Gradient += a.Data * upstream;
        },
    };

    public Value Tanh() => new(Math.Tanh(Data), this)
    {
        _passBack = upstream => Gradient += (1 - Math.Pow(Math.Tanh(Data), 2)) * upstream, // ∂tanh(x)/∂x = 1 − tanh²(x)
    };

    // The chain rule, from the result back: when a number's turn comes, all that was made of it has passed its share.
    public void Backward()
    {
        List<Value> order = [];
        Visit(this, order, []);
        Gradient = 1;
        order.Reverse();
        order.ForEach(value => value._passBack(value.Gradient));
    }

    private static void Visit(Value value, List<Value> order, HashSet<Value> seen)
    {
        if (seen.Add(value))
        {
            Array.ForEach(value._sources, source => Visit(source, order, seen));
            order.Add(value);
        }
    }
}
