using System.Globalization;
using System.Text;

namespace Nabla.Runtime;

/// <summary>Writes numbers as nested brackets, columns aligned, the middle of long axes left out.</summary>
internal sealed class TensorFormatter
{
    // Above this many elements, or lines, only the ends of each axis are shown, this many of them.
    private const long SummaryThreshold = 1000;
    private const long LineThreshold = 100;
    private const int Edge = 3;
    private const int Columns = 80;

    private readonly Shape _shape;
    private readonly bool _isSummary;
    private readonly string[] _elements;
    private readonly int _width;
    private int _next;

    private TensorFormatter(Shape shape, Func<long, double>? number, Func<long, string>? text)
    {
        _shape = shape;
        _isSummary = shape.ElementCount > SummaryThreshold
            || (shape.Rank > 1 && shape.ElementCount > LineThreshold * shape[-1]);
        var positions = new List<long>();
        Visit(0, 0, positions);
        _elements = number is null ? [.. positions.Select(text!)] : Format([.. positions.Select(number)]);
        _width = _elements.Length == 0 ? 0 : _elements.Max(element => element.Length);
    }

    /// <summary>Floating numbers, given by position.</summary>
    public static string Write(Shape shape, Func<long, double> number) =>
        new TensorFormatter(shape, number, null).Write();

    /// <summary>Other elements, given by position.</summary>
    public static string Write(Shape shape, Func<long, string> text) => new TensorFormatter(shape, null, text).Write();

    private string Write()
    {
        if (_shape.ElementCount == 0)
        {
            return "[]";
        }

        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, int axis)
    {
        if (axis == _shape.Rank)
        {
            text.Append(_elements[_next].PadLeft(_shape.Rank == 0 ? 0 : _width));
            _next++;
            return;
        }

        bool isInnermost = axis == _shape.Rank - 1;
        string newLine = new string('\n', isInnermost ? 1 : _shape.Rank - 1 - axis) + new string(' ', axis + 1);
        int line = axis + 1;
        text.Append('[');
        for (long i = 0; i < _shape[axis]; i++)
        {
            if (i > 0)
            {
                bool breaks = !isInnermost || line + _width + 2 > Columns;
                text.Append(isInnermost && !breaks ? ", " : ",").Append(breaks ? newLine : "");
                line = breaks ? axis + 1 : line + 2;
            }

            if (IsCut(axis) && i == Edge)
            {
                text.Append("...");
                line += 3;
                i = _shape[axis] - Edge - 1;
            }
            else
            {
                Write(text, axis + 1);
                line += _width;
            }
        }

        text.Append(']');
    }

    private void Visit(int axis, long position, List<long> positions)
    {
        if (axis == _shape.Rank)
        {
            positions.Add(position);
            return;
        }

        for (long i = 0; i < _shape[axis]; i++)
        {
            i = IsCut(axis) && i == Edge ? _shape[axis] - Edge : i;
            Visit(axis + 1, (position * _shape[axis]) + i, positions);
        }
    }

    private bool IsCut(int axis) => _isSummary && _shape[axis] > 2 * Edge;

    /// <summary>
    /// As few digits as show all numbers to four places, with exponents when magnitudes are far apart.
    /// </summary>
    private static string[] Format(double[] values)
    {
        double[] magnitudes = [.. values.Where(value => double.IsFinite(value) && value != 0).Select(Math.Abs)];
        double largest = magnitudes.DefaultIfEmpty(0).Max(), smallest = magnitudes.DefaultIfEmpty(0).Min();
        if (largest >= 1e8 || (largest > 0 && (smallest < 1e-4 || largest / smallest > 1e6)))
        {
            return [.. values.Select(
                value => Special(value) ?? value.ToString("0.0000e+00", CultureInfo.InvariantCulture))];
        }

        int digits = 0;
        while (digits < 4 && Array.Exists(magnitudes, value => Math.Abs(value - Math.Round(value, digits)) > 5e-5))
        {
            digits++;
        }

        // Whole numbers keep the point that tells them from integers.
        string format = digits == 0 ? "0'.'" : "0." + new string('0', digits);
        return [.. values.Select(value => Special(value) ?? value.ToString(format, CultureInfo.InvariantCulture))];
    }

    private static string? Special(double value) =>
        double.IsNaN(value)
            ? "NaN"
            : double.IsPositiveInfinity(value) ? "∞"
            : double.IsNegativeInfinity(value) ? "-∞"
            : null;
}
