#:project ../src/Nabla/Nabla.csproj

// Tensors are lazy: an operation only notes what is to be computed, and the numbers come when somebody asks for them.
// A gradient is one more note of the same kind, so gradients of gradients need nothing new.

using Nabla;

Tensor x = Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
Tensor rows = x.Sum(1);                                   // [2]: nothing ran yet
Tensor scaled = (x - x.Mean()) * 0.5;                     // [2, 3]: numbers of C# adapt to the tensor's type
Tensor product = x.MatMul(x.Transpose());                 // [2, 2]
Tensor.Evaluate(rows, scaled, product);                   // now it did, all three at once

Console.WriteLine($"x is {x.Spec}, its rows add up to {string.Join(" and ", rows.ToArray())}");
Check(rows.ToArray() is [6, 15], "sums of rows");
Check(scaled.Shape == x.Shape && Math.Abs(scaled.Sum().Item<float>()) < 1e-5, "less the mean, all adds up to nothing");
Check(product.ToArray() is [14, 32, 32, 77], "the product of a matrix and its transpose");

// f(x) = x³: the gradient is 3x², the gradient of the gradient 6x.
static Tensor Cube(Tensor x) => (x * x * x).Sum();
Func<Tensor, Tensor> slope = Gradient.Function(Cube);
Func<Tensor, Tensor> curvature = Gradient.Function(x => slope(x).Sum());

Tensor point = Tensor.From([1f, 2f, 3f]);
Check(slope(point).ToArray() is [3, 12, 27], "the slope of x³ is 3x²");
Check(curvature(point).ToArray() is [6, 12, 18], "and its slope is 6x");

// Newton's method needs both: the step is the slope over the curvature. Here it finds √2 as the least of x³/3 − 2x.
static Tensor Bowl(Tensor x) => ((x * x * x / 3) - (2 * x)).Sum();
Func<Tensor, Tensor> bowlSlope = Gradient.Function(Bowl);
Func<Tensor, Tensor> bowlCurvature = Gradient.Function(x => bowlSlope(x).Sum());
Tensor guess = Tensor.From([1.0]);
for (int step = 0; step < 6; step++)
{
    guess = (guess - (bowlSlope(guess) / bowlCurvature(guess))).Evaluate();
}

Check(
    Math.Abs(guess.Item<double>() - Math.Sqrt(2)) < 1e-12,
    $"Newton found √2 = {guess.Item<double>():0.000000000000}");

static void Check(bool holds, string claim)
{
    Console.WriteLine($"{(holds ? "yes" : "NO ")}: {claim}");
    Environment.ExitCode |= holds ? 0 : 1;
}
