#:project ../src/Nabla/Nabla.csproj

// The oldest learning: find the line y = 3x − 2 from noisy points, by walking down the slope of the mean square error.
// No layers, no trainer: a tensor, its gradient and a rate are all there is to gradient descent.

using Nabla;

const int Count = 200;
Random random = new(1);
float[] xs = [.. Enumerable.Range(0, Count).Select(_ => (random.NextSingle() * 4) - 2)];
float[] ys = [.. xs.Select(value => (3 * value) - 2 + (0.1f * (random.NextSingle() - 0.5f)))];
Tensor x = Tensor.From(xs), y = Tensor.From(ys);

Tensor slope = Tensor.Scalar(0f), offset = Tensor.Scalar(0f);
Tensor Loss(IReadOnlyList<Tensor> line) => ((line[0] * x) + line[1] - y).Square().Mean();

const double Rate = 0.1;
for (int step = 0; step <= 100; step++)
{
    (Tensor loss, Tensor[] gradient) = Gradient.ValueAndGradient(Loss)([slope, offset]);
    slope -= Rate * gradient[0];
    offset -= Rate * gradient[1];
    Tensor.Evaluate(loss, slope, offset);
    if (step % 20 == 0)
    {
        (float a, float b) = (slope.Item<float>(), offset.Item<float>());
        Console.WriteLine($"step {step,3}: loss {loss.Item<float>():0.00000}   y = {a:0.000} x {b:+ 0.000;− 0.000}");
    }
}

bool found = Math.Abs(slope.Item<float>() - 3) < 0.02 && Math.Abs(offset.Item<float>() + 2) < 0.02;
Console.WriteLine(found ? "yes: that is the line the points were drawn from" : "NO: that is another line");
return found ? 0 : 1;
