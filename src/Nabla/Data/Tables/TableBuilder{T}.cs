using System.Collections;

namespace Nabla;

/// <summary>Makes tables of records: a name and a selector for each column.</summary>
/// <example><code>
/// var builder = new TableBuilder&lt;House&gt; { { "rooms", house => house.Rooms }, { "town", house => house.Town } };
/// Table table = builder.Build(houses);
/// </code></example>
/// <typeparam name="T">What a record is.</typeparam>
public sealed class TableBuilder<T> : IEnumerable<string>
{
    private readonly List<(string Name, Func<T[], TableColumn> Column)> _columns = [];

    /// <summary>Adds a column of float32 numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="selector">The cell of a record, null or NaN where it is missing.</param>
    public void Add(string name, Func<T, float?> selector) => Add(name, selector, records =>
        TableColumn.Of(name, Array.ConvertAll(records, record => selector(record) ?? float.NaN)));

    /// <summary>Adds a column of float64 numbers.</summary>
    /// <inheritdoc cref="Add(string, Func{T, float?})"/>
    public void Add(string name, Func<T, double?> selector) => Add(name, selector, records =>
        TableColumn.Of(name, Array.ConvertAll(records, record => selector(record) ?? double.NaN)));

    /// <summary>Adds a column of whole numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="selector">The cell of a record.</param>
    public void Add(string name, Func<T, long> selector) =>
        Add(name, selector, records => TableColumn.Of(name, Array.ConvertAll(records, record => selector(record))));

    /// <inheritdoc cref="Add(string, Func{T, long})"/>
    public void Add(string name, Func<T, int> selector) =>
        Add(name, selector, records => TableColumn.Of(name, Array.ConvertAll(records, record => selector(record))));

    /// <summary>Adds a column of truth values.</summary>
    /// <inheritdoc cref="Add(string, Func{T, long})"/>
    public void Add(string name, Func<T, bool> selector) =>
        Add(name, selector, records => TableColumn.Of(name, Array.ConvertAll(records, record => selector(record))));

    /// <summary>Adds a column of text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="selector">The cell of a record, null where it is missing.</param>
    public void Add(string name, Func<T, string?> selector) =>
        Add(name, selector, records => TableColumn.Of(name, records.Select(selector)));

    /// <summary>Adds a column of dates.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string?})"/>
    public void Add(string name, Func<T, DateTime?> selector) =>
        Add(name, selector, records => TableColumn.Of(name, records.Select(selector)));

    /// <summary>Makes a table of some records.</summary>
    /// <param name="records">A record for each row.</param>
    /// <exception cref="ArgumentException">No column was added, or two of one name.</exception>
    public Table Build(IEnumerable<T> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        T[] all = [.. records];
        return new Table([.. _columns.Select(entry => entry.Column(all))]);
    }

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => _columns.Select(entry => entry.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<string>)this).GetEnumerator();

    private void Add(string name, Delegate selector, Func<T[], TableColumn> column)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(selector);
        _columns.Add((name, column));
    }
}
